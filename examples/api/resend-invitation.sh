curl -sS --request POST --fail-with-body "$DRAWBRIDGE_URL/api/v1/payouts/$PAYOUT_ID/invitation" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY"
