curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/sources/$SOURCE_ID/replace-secret" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --header "Idempotency-Key: secret-of-$SOURCE_ID" \
  --data '{ "overlap_seconds": 86400 }'
