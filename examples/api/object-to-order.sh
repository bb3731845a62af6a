curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/order-links/$ORDER_TOKEN/objection" \
  --header 'Content-Type: application/json' \
  --data '{ "reason": "It arrived broken." }'
