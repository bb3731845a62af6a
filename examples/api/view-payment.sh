curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/payment/shkeeper/payout/$TASK_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
