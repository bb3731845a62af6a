curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/wallet-verifications" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Idempotency-Key: verify-$ORDER" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "reference": "customer-7", "expires_in": 86400 }
JSON
