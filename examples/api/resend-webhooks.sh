curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-endpoints/$ENDPOINT_ID/resend" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ "from": "2026-01-31T12:00:00.000Z" }'
