curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-endpoints" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data @- <<JSON
{ "url": "$WEBHOOK_URL", "events": ["payout.completed", "payout.failed"] }
JSON
