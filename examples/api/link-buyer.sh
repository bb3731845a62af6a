curl -sS --request POST --fail-with-body "$DRAWBRIDGE_URL/api/v1/orders/$ORDER_ID/buyer-link" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
