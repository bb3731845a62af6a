curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-endpoints/$ENDPOINT_ID/rotate-secret" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --header "Idempotency-Key: rotation-of-$ENDPOINT_ID" \
  --data '{ "overlap_seconds": 86400 }'
