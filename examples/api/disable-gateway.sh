curl -sS --fail-with-body --request DELETE "$DRAWBRIDGE_URL/api/v1/gateways/$GATEWAY_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
