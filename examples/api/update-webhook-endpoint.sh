curl -sS --request PATCH --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-endpoints/$ENDPOINT_ID" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{ "status": "paused" }'
