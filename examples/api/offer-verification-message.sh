curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/verifications/$VERIFICATION_TOKEN/message" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "address": "$ADDRESS" }
JSON
