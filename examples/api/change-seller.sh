curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/orders/$ORDER_ID/seller" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "address": "$ADDRESS" }
JSON
