curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/claims/$CLAIM_TOKEN/destination" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "to": "$ADDRESS" }
JSON
