curl -sS --request POST --fail-with-body "$DRAWBRIDGE_URL/api/payment/admin/confirm-tx/$PAYOUT_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Content-Type: application/json" \
  --data "{ \"txHash\": \"$TX_HASH\", \"kind\": \"release\" }"
