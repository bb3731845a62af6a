curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/orders/$ORDER_ID/resolve" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Idempotency-Key: resolve-$ORDER_ID" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "release": "70.00", "refund": "50.00" }
JSON
