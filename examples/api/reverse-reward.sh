curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/rewards/$REWARD_ID/reverse" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ "reason": "The install was taken back" }'
