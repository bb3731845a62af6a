curl -sS --request POST --fail-with-body "$DRAWBRIDGE_URL/api/v1/claims/$CLAIM_TOKEN/reminder"
