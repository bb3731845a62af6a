curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/claims/$CLAIM_TOKEN/transfers" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "hash": "$HASH" }
JSON
