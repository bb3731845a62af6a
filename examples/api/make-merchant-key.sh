curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/operator/merchants/$MERCHANT_ID/api-keys" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "name": "Shop server", "scopes": ["payouts:read", "payouts:write"] }
JSON
