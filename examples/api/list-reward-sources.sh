curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/reward-sources" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
