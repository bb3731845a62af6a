curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/orders/$ORDER_ID/release" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Idempotency-Key: release-1-of-$ORDER_ID" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "amount": "60.00" }
JSON
