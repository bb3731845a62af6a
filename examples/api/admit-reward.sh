curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/rewards/$REWARD_ID/admit" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ "reason": "A good user" }'
