curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/events" \
  --get \
  --data-urlencode "cursor=0" \
  --data-urlencode "limit=100" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
