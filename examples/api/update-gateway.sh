curl -sS --fail-with-body --request PATCH "$DRAWBRIDGE_URL/api/v1/gateways/$GATEWAY_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "password": "$GATEWAY_PASSWORD", "api_key": "$GATEWAY_KEY" }
JSON
