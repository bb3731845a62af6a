curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/operator/merchants" \
  --header "Authorization: Bearer $DRAWBRIDGE_OPERATOR_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "name": "Corner Shop", "mode": "test", "reference": "$MERCHANT_REFERENCE",
  "owner": { "kind": "email", "value": "ann@shop.example" } }
JSON
