curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/claims/$CLAIM_TOKEN/send" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "address": "$ADDRESS" }
JSON
