curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/payment/admin/payouts?limit=10" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
