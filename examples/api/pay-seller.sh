curl -sS --request POST --fail-with-body "$DRAWBRIDGE_URL/api/payment/shkeeper/payout" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Content-Type: application/json" \
  --data "{
    \"purchaseRequestId\": \"$PURCHASE\", \"sellerOfferId\": \"665f1c2ab7e4d90012a4c0f1\",
    \"buyerId\": \"665f1c2ab7e4d90012a4c0b1\", \"sellerId\": \"665f1c2ab7e4d90012a4c0e1\",
    \"amount\": 107.5, \"recipientAddress\": \"$ADDRESS\", \"token\": \"USDT\"
  }"
