curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/operator/merchants/$MERCHANT_ID/vaults" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "chain": "local", "address": "$VAULT_ADDRESS", "assets": ["USDT"] }
JSON
