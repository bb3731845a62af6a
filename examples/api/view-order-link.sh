curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/order-links/$ORDER_TOKEN"
