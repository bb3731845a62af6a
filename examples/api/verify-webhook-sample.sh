curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/webhook-endpoints/$ENDPOINT_ID/verify-sample" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "body": "{\"type\":\"payout.completed\"}",
    "headers": {
      "webhook-id": "ev_06e2m5k3v7q8w9x0y1z2a3b4c0",
      "webhook-timestamp": "1769860800",
      "webhook-signature": "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="
    }
  }'
