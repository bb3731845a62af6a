curl -sS --request POST --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-deliveries/$DELIVERY_ID/resend" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
