curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/reward-sources/$REWARD_SOURCE_ID" \
  --request DELETE \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
