curl -sS --request POST --fail-with-body "$DRAWBRIDGE_URL/api/v1/order-links/$ORDER_TOKEN/extension"
