curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-deliveries" \
  --get \
  --data-urlencode "endpoint=$ENDPOINT_ID" \
  --data-urlencode "status=pending" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
