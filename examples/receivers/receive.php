<?php
// receive.php: php -S 127.0.0.1:8000 receive.php (PHP 8, nothing to install)
function is_genuine(string $secret, string $body): bool
{
    $id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
    $seconds = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
    if (!ctype_digit($seconds) || abs(time() - (int) $seconds) > 300) {
        return false;
    }
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$seconds.$body", $key, true));
    foreach (explode(' ', $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '') as $signature) {
        if (hash_equals($expected, $signature)) {
            return true;
        }
    }
    return false;
}

function read_back(string $id): ?array
{
    $header = 'Authorization: Bearer ' . getenv('DRAWBRIDGE_API_KEY');
    $context = stream_context_create(['http' => ['header' => $header, 'timeout' => 10]]);
    $answer = @file_get_contents(getenv('DRAWBRIDGE_URL') . "/api/v1/payouts/$id", false, $context);
    return $answer === false ? null : json_decode($answer, true);
}

$body = file_get_contents('php://input'); // the exact bytes, before anything parses them
if (!is_genuine(getenv('WEBHOOK_SECRET'), $body)) {
    http_response_code(401);
    exit;
}
$done = sys_get_temp_dir() . '/webhook-' . hash('sha256', $_SERVER['HTTP_WEBHOOK_ID']); // a table in your database
if (!file_exists($done)) {
    $payout = read_back(json_decode($body, true)['data']['id']);
    if ($payout === null) {
        http_response_code(500); // the webhook comes again
        exit;
    }
    error_log("{$payout['reference']} {$payout['status']} {$payout['version']}"); // act here, if the version is new to you
    touch($done); // in the same transaction as the act
}
http_response_code(204);
