curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/rewards?user=$REWARD_USER" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
