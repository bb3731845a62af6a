curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/claims/$CLAIM_TOKEN/code" \
  --cookie-jar "$COOKIES" \
  --header 'Content-Type: application/json' \
  --data '{}'
