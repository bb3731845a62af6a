curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/gateways" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "kind": "shkeeper", "url": "$GATEWAY_URL", "username": "admin", "password": "$GATEWAY_PASSWORD",
  "api_key": "$GATEWAY_KEY", "assets": [{ "chain": "local", "asset": "USDT", "crypto": "$GATEWAY_CRYPTO" }] }
JSON
