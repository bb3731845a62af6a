curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/payouts/$PAYOUT_ID/recipient" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ "email": "ann@example.com" }'
