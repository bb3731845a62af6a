curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/payouts" \
  --get \
  --data-urlencode "status=pending" \
  --data-urlencode "limit=50" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
