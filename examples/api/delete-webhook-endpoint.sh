curl -sS --request DELETE --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-endpoints/$ENDPOINT_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
