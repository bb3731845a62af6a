curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/quotes/$QUOTE_ID/accept" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header "Idempotency-Key: payout-of-$ORDER" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{
  "recipient": { "type": "anyone" },
  "reference": "$ORDER"
}
JSON
