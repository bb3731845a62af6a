curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/payouts/$PAYOUT_ID/mails" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
