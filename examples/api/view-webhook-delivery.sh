curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-deliveries/$DELIVERY_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
