curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/reward-sources/$REWARD_SOURCE_ID" \
  --request PATCH \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ "rate": { "coins": 900, "amount": "1.00" } }'
