curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/verifications/$VERIFICATION_TOKEN" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "address": "$ADDRESS", "message": "$MESSAGE", "signature": "$SIGNATURE" }
JSON
