curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/claims/$CLAIM_TOKEN/quote/accept" \
  --header 'Content-Type: application/json' \
  --data "{ \"quote\": \"$QUOTE_ID\" }"
