curl -sS --request PUT --fail-with-body "$DRAWBRIDGE_URL/api/v1/order-settings" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ "grace_days": 10, "categories": { "digital": 2 }, "dispute_days": 14 }'
