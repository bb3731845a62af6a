curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/rewards/users/$REWARD_USER/redeem" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Idempotency-Key: redeem-$REWARD_USER" \
  --header 'Content-Type: application/json' \
  --data '{ "coins": 2000 }'
