curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/claims/$CLAIM_TOKEN/quote" \
  --header 'Content-Type: application/json' \
  --data '{}'
