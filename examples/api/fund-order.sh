curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/orders/$ORDER_ID/fund" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "pay_in": { "reference": "checkout-77" } }
JSON
