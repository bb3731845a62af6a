curl -sS --fail-with-body "$DRAWBRIDGE_URL/api/v1/reward-sources" \
  --header "Authorization: Bearer $DRAWBRIDGE_API_KEY" \
  --header 'Content-Type: application/json' \
  --data '{
    "description": "adjoe, Android app",
    "parameters": { "user_uuid": "uid", "sid": "sig" },
    "asset": "USDT",
    "chain": "local",
    "rate": { "coins": 1000, "amount": "1.00" },
    "max_earned_per_day": 50000
  }'
