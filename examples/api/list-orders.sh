curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/orders?limit=10" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
